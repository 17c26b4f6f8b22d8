// entente-cypher 1: cypher-shell -f FILE
CREATE CONSTRAINT actors_id IF NOT EXISTS FOR (x:Actor) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT articles_id IF NOT EXISTS FOR (x:Article) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT events_id IF NOT EXISTS FOR (x:Event) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT mentions_id IF NOT EXISTS FOR (x:Mention) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT relations_id IF NOT EXISTS FOR ()-[x:RELATION]-() REQUIRE x.id IS UNIQUE;
UNWIND [
{id:'NATO',name:'NATO',kind:'organisation',weight:1.26,relations:2,mentions:3},
{id:'PAK',name:'Pakistan',kind:'state',weight:3.56,relations:3,mentions:7},
{id:'RUS',name:'Russia',kind:'state',weight:2.55,relations:2,mentions:4},
{id:'taliban',name:'Taliban',kind:'group',weight:0.95,relations:1,mentions:2}
] AS row
MERGE (x:Actor {id: row.id})
SET x.name = row.name, x.kind = row.kind, x.weight = row.weight, x.relations = row.relations, x.mentions = row.mentions;
UNWIND [
{id:'article-1',title:'A "visit"',uri:'https://example.org/visit?a=1',publisher:'The Example',published:'2022-02',published_from:'2022-02-01',published_to:'2022-03-01',duplicate_group:'1'},
{id:'article-2',duplicate_group:'2'},
{id:'article-3',duplicate_group:'3'},
{id:'article-4',duplicate_group:'4'},
{id:'article-5',duplicate_group:'4'},
{id:'article-7',duplicate_group:'7'},
{id:'article-8',duplicate_group:'8'},
{id:'article-6',duplicate_group:'6'}
] AS row
MERGE (x:Article {id: row.id})
SET x.title = row.title, x.uri = row.uri, x.publisher = row.publisher, x.published = row.published, x.published_from = date(row.published_from), x.published_to = date(row.published_to), x.duplicate_group = row.duplicate_group;
UNWIND [
{id:'543e8f1af390a412fc816c38a4d1a3da',relation:'PAK/RUS',category:'COOPERATE',quad:'material cooperation',score:6.4,label:'gas pipeline project',status:'planned',alleged:false,symmetric:true,from_day:'2021-01-01',to_day:'2022-01-01',weight:0.56,confidence:0.8,mentions:1,sources:1},
{id:'868eb1eaabc27a06b9dbd7a2d010a98e',relation:'PAK/RUS',category:'COOPERATE',quad:'material cooperation',score:6.4,label:'gas pipeline project',status:'planned',alleged:false,symmetric:true,from_day:'2015-10-16',to_day:'2015-10-17',weight:0.49,confidence:0.7,mentions:1,sources:1},
{id:'9c72d27f84beebbf5c12ef4dd4365de7',relation:'PAK/RUS',category:'CONSULT',mode:'visit',quad:'verbal cooperation',score:4.0,label:'state visit',status:'actual',alleged:false,symmetric:false,from_day:'2022-02-23',to_day:'2022-02-24',weight:0.9,confidence:0.9,mentions:1,sources:1},
{id:'111b45eeacd02d6fc013834df79d4ce7',relation:'PAK/taliban',category:'ASSAULT',quad:'material conflict',score:-9.5,label:'attack on Karachi airport',status:'actual',alleged:false,symmetric:false,from_day:'2014-06-08',to_day:'2014-06-09',weight:0.95,confidence:0.95,mentions:2,sources:1},
{id:'24ab26702b8c9f8d87f3434a5349fba5',relation:'NATO/PAK',category:'REQUEST',quad:'verbal conflict',score:-1.0,label:'demand for an apology',status:'hypothetical',alleged:false,symmetric:false,from_day:'2011-11-27',to_day:'2011-11-28',weight:0.16,confidence:0.4,mentions:1,sources:1},
{id:'463f62f202ca686f74ff99a3448efdc7',relation:'NATO/PAK',category:'RELATE',mode:'ties',quad:'standing relation',score:2.0,label:'partnership',status:'actual',alleged:false,symmetric:true,weight:0.5,confidence:0.5,mentions:1,sources:1},
{id:'0422f6847d9fcf487eedbad27d16aea0',relation:'NATO/RUS',category:'ACCUSE',quad:'verbal conflict',score:-2.0,label:'criticism of eastward expansion',status:'actual',alleged:false,symmetric:false,from_day:'2014-04-02',to_day:'2014-04-03',weight:0.6,confidence:0.6,mentions:1,sources:1}
] AS row
MERGE (x:Event {id: row.id})
SET x.relation = row.relation, x.category = row.category, x.mode = row.mode, x.quad = row.quad, x.score = row.score, x.label = row.label, x.status = row.status, x.alleged = row.alleged, x.symmetric = row.symmetric, x.from_day = date(row.from_day), x.to_day = date(row.to_day), x.weight = row.weight, x.confidence = row.confidence, x.mentions = row.mentions, x.sources = row.sources;
UNWIND [
{id:'5f5e978006128fb8',article:'article-1',text:'Sentence 1.',sentence_begin:0,sentence_end:0,source_code:'PAK:GOV',target_code:'RUS:GOV',category:'CONSULT',mode:'visit',label:'state visit',topics:['diplomacy'],status:'actual',alleged:false,symmetric:false,from_day:'2022-02-23',to_day:'2022-02-24',date_precision:'day',date_basis:'explicit',confidence:0.9},
{id:'cde67badc860ba87',article:'article-2',text:'Sentence 2.',sentence_begin:0,sentence_end:0,source_code:'RUS',target_code:'PAK',category:'COOPERATE',label:'gas pipeline project',topics:['energy','infrastructure'],status:'planned',alleged:false,symmetric:true,from_day:'2021-01-01',to_day:'2022-01-01',date_precision:'day',date_basis:'explicit',confidence:0.8},
{id:'b9fcb8b8707dbafe',article:'article-3',text:'Sentence 3.',sentence_begin:0,sentence_end:0,source_code:'PAK:GOV',target_code:'RUS:GOV',category:'COOPERATE',label:'gas pipeline project',topics:['energy'],status:'planned',alleged:false,symmetric:true,from_day:'2015-10-16',to_day:'2015-10-17',date_precision:'day',date_basis:'explicit',confidence:0.7},
{id:'9519ba1d036aa9a8',article:'article-4',text:'Sentence 4.',sentence_begin:0,sentence_end:0,source_code:'taliban',target_code:'PAK:MIL',category:'ASSAULT',label:'attack on Karachi airport',topics:['terrorism'],status:'actual',alleged:false,symmetric:false,from_day:'2014-06-08',to_day:'2014-06-09',date_precision:'day',date_basis:'explicit',confidence:0.95},
{id:'9dceb8e0b5149773',article:'article-5',text:'Sentence 5.',sentence_begin:0,sentence_end:0,source_code:'taliban',target_code:'PAK:MIL',category:'ASSAULT',label:'attack on Karachi airport',topics:['terrorism'],status:'actual',alleged:false,symmetric:false,from_day:'2014-06-08',to_day:'2014-06-09',date_precision:'day',date_basis:'explicit',confidence:0.85},
{id:'6280b9360d9d89a0',article:'article-7',text:'Sentence 7.',sentence_begin:0,sentence_end:0,source_code:'NATO',target_code:'PAK',category:'RELATE',mode:'ties',label:'partnership',status:'actual',alleged:false,symmetric:true,confidence:0.5},
{id:'e1975e368e9499c1',article:'article-8',text:'Sentence 8.',sentence_begin:0,sentence_end:0,source_code:'PAK',target_code:'NATO',category:'REQUEST',label:'demand for an apology',status:'hypothetical',alleged:false,symmetric:false,from_day:'2011-11-27',to_day:'2011-11-28',date_precision:'day',date_basis:'explicit',confidence:0.4},
{id:'46cca830e358824a',article:'article-6',text:'Sentence 6.',sentence_begin:0,sentence_end:0,source_code:'RUS:GOV',target_code:'NATO',category:'ACCUSE',label:'criticism of eastward expansion',topics:['security'],status:'actual',alleged:false,symmetric:false,from_day:'2014-04-02',to_day:'2014-04-03',date_precision:'day',date_basis:'explicit',confidence:0.6}
] AS row
MERGE (x:Mention {id: row.id})
SET x.article = row.article, x.text = row.text, x.sentence_begin = row.sentence_begin, x.sentence_end = row.sentence_end, x.source_code = row.source_code, x.source_text = row.source_text, x.source_via = row.source_via, x.target_code = row.target_code, x.target_text = row.target_text, x.target_via = row.target_via, x.category = row.category, x.mode = row.mode, x.label = row.label, x.cue = row.cue, x.topics = row.topics, x.status = row.status, x.alleged = row.alleged, x.attributed_to = row.attributed_to, x.symmetric = row.symmetric, x.from_day = date(row.from_day), x.to_day = date(row.to_day), x.date_precision = row.date_precision, x.date_basis = row.date_basis, x.confidence = row.confidence, x.rule = row.rule, x.extractor = row.extractor;
UNWIND [
{a:'PAK',b:'RUS',id:'PAK/RUS',label:'gas pipeline project',label_direction:'none',category:'COOPERATE',quad:'material cooperation',directed:false,weight:1.95,score:5.6000000000000005,mentions:3,sources:3,events:3,from_day:'2015-10-16',to_day:'2022-02-24',categories:['COOPERATE','CONSULT'],topics:['energy','diplomacy','infrastructure'],statuses:['planned','actual']},
{a:'taliban',b:'PAK',id:'PAK/taliban',label:'attack on Karachi airport',label_direction:'forward',category:'ASSAULT',quad:'material conflict',directed:true,weight:0.95,score:-9.5,mentions:2,sources:1,events:1,from_day:'2014-06-08',to_day:'2014-06-09',categories:['ASSAULT'],topics:['terrorism'],statuses:['actual']},
{a:'NATO',b:'PAK',id:'NATO/PAK',label:'partnership',label_direction:'none',category:'RELATE',quad:'standing relation',directed:false,weight:0.66,score:0.5,mentions:2,sources:2,events:2,from_day:'2011-11-27',to_day:'2011-11-28',categories:['RELATE','REQUEST'],statuses:['actual','hypothetical']},
{a:'RUS',b:'NATO',id:'NATO/RUS',label:'criticism of eastward expansion',label_direction:'forward',category:'ACCUSE',quad:'verbal conflict',directed:true,weight:0.6,score:-2.0,mentions:1,sources:1,events:1,from_day:'2014-04-02',to_day:'2014-04-03',categories:['ACCUSE'],topics:['security'],statuses:['actual']}
] AS row
MATCH (a:Actor {id: row.a})
MATCH (b:Actor {id: row.b})
OPTIONAL MATCH (b)-[turned:RELATION {id: row.id}]->(a)
DELETE turned
MERGE (a)-[x:RELATION {id: row.id}]->(b)
SET x.label = row.label, x.label_direction = row.label_direction, x.group_key = row.group_key, x.category = row.category, x.quad = row.quad, x.directed = row.directed, x.weight = row.weight, x.score = row.score, x.mentions = row.mentions, x.sources = row.sources, x.events = row.events, x.from_day = date(row.from_day), x.to_day = date(row.to_day), x.categories = row.categories, x.topics = row.topics, x.statuses = row.statuses;
UNWIND [
{a:'543e8f1af390a412fc816c38a4d1a3da',b:'PAK'},
{a:'868eb1eaabc27a06b9dbd7a2d010a98e',b:'PAK'},
{a:'9c72d27f84beebbf5c12ef4dd4365de7',b:'PAK'},
{a:'111b45eeacd02d6fc013834df79d4ce7',b:'taliban'},
{a:'24ab26702b8c9f8d87f3434a5349fba5',b:'PAK'},
{a:'463f62f202ca686f74ff99a3448efdc7',b:'NATO'},
{a:'0422f6847d9fcf487eedbad27d16aea0',b:'RUS'}
] AS row
MERGE (a:Event {id: row.a})
MERGE (b:Actor {id: row.b})
MERGE (a)-[:SOURCE]->(b);
UNWIND [
{a:'543e8f1af390a412fc816c38a4d1a3da',b:'RUS'},
{a:'868eb1eaabc27a06b9dbd7a2d010a98e',b:'RUS'},
{a:'9c72d27f84beebbf5c12ef4dd4365de7',b:'RUS'},
{a:'111b45eeacd02d6fc013834df79d4ce7',b:'PAK'},
{a:'24ab26702b8c9f8d87f3434a5349fba5',b:'NATO'},
{a:'463f62f202ca686f74ff99a3448efdc7',b:'PAK'},
{a:'0422f6847d9fcf487eedbad27d16aea0',b:'NATO'}
] AS row
MERGE (a:Event {id: row.a})
MERGE (b:Actor {id: row.b})
MERGE (a)-[:TARGET]->(b);
UNWIND [
{a:'5f5e978006128fb8',b:'9c72d27f84beebbf5c12ef4dd4365de7'},
{a:'cde67badc860ba87',b:'543e8f1af390a412fc816c38a4d1a3da'},
{a:'b9fcb8b8707dbafe',b:'868eb1eaabc27a06b9dbd7a2d010a98e'},
{a:'9519ba1d036aa9a8',b:'111b45eeacd02d6fc013834df79d4ce7'},
{a:'9dceb8e0b5149773',b:'111b45eeacd02d6fc013834df79d4ce7'},
{a:'6280b9360d9d89a0',b:'463f62f202ca686f74ff99a3448efdc7'},
{a:'e1975e368e9499c1',b:'24ab26702b8c9f8d87f3434a5349fba5'},
{a:'46cca830e358824a',b:'0422f6847d9fcf487eedbad27d16aea0'}
] AS row
MERGE (a:Mention {id: row.a})
MERGE (b:Event {id: row.b})
MERGE (a)-[:REPORTS]->(b);
UNWIND [
{a:'5f5e978006128fb8',b:'article-1'},
{a:'cde67badc860ba87',b:'article-2'},
{a:'b9fcb8b8707dbafe',b:'article-3'},
{a:'9519ba1d036aa9a8',b:'article-4'},
{a:'9dceb8e0b5149773',b:'article-5'},
{a:'6280b9360d9d89a0',b:'article-7'},
{a:'e1975e368e9499c1',b:'article-8'},
{a:'46cca830e358824a',b:'article-6'}
] AS row
MERGE (a:Mention {id: row.a})
MERGE (b:Article {id: row.b})
MERGE (a)-[:APPEARS_IN]->(b);
