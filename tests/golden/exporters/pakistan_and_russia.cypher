// entente-cypher 1: cypher-shell -f FILE
CREATE CONSTRAINT actors_id IF NOT EXISTS FOR (x:Actor) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT articles_id IF NOT EXISTS FOR (x:Article) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT events_id IF NOT EXISTS FOR (x:Event) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT mentions_id IF NOT EXISTS FOR (x:Mention) REQUIRE x.id IS UNIQUE;
CREATE CONSTRAINT relations_id IF NOT EXISTS FOR ()-[x:RELATION]-() REQUIRE x.id IS UNIQUE;
UNWIND split('NATO\u001FNATO\u001Forganisation\u001F1.26\u001F2\u001F3\u001E
PAK\u001FPakistan\u001Fstate\u001F3.56\u001F3\u001F7\u001E
RUS\u001FRussia\u001Fstate\u001F2.55\u001F2\u001F4\u001E
taliban\u001FTaliban\u001Fgroup\u001F0.95\u001F1\u001F2', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (x:Actor {id: f[0]})
SET x.name = CASE f[1] WHEN '' THEN null ELSE f[1] END,
    x.kind = CASE f[2] WHEN '' THEN null ELSE f[2] END,
    x.weight = toFloat(f[3]),
    x.relations = toInteger(f[4]),
    x.mentions = toInteger(f[5]);
UNWIND split('article-1\u001FA "visit"\u001Fhttps://example.org/visit?a=1\u001FThe Example\u001F2022-02\u001F2022-02-01\u001F2022-03-01\u001F1\u001E
article-2\u001F\u001F\u001F\u001F\u001F\u001F\u001F2\u001E
article-3\u001F\u001F\u001F\u001F\u001F\u001F\u001F3\u001E
article-4\u001F\u001F\u001F\u001F\u001F\u001F\u001F4\u001E
article-5\u001F\u001F\u001F\u001F\u001F\u001F\u001F4\u001E
article-7\u001F\u001F\u001F\u001F\u001F\u001F\u001F7\u001E
article-8\u001F\u001F\u001F\u001F\u001F\u001F\u001F8\u001E
article-6\u001F\u001F\u001F\u001F\u001F\u001F\u001F6', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (x:Article {id: f[0]})
SET x.title = CASE f[1] WHEN '' THEN null ELSE f[1] END,
    x.uri = CASE f[2] WHEN '' THEN null ELSE f[2] END,
    x.publisher = CASE f[3] WHEN '' THEN null ELSE f[3] END,
    x.published = CASE f[4] WHEN '' THEN null ELSE f[4] END,
    x.published_from = CASE f[5] WHEN '' THEN null ELSE date(f[5]) END,
    x.published_to = CASE f[6] WHEN '' THEN null ELSE date(f[6]) END,
    x.duplicate_group = CASE f[7] WHEN '' THEN null ELSE f[7] END;
UNWIND split('543e8f1af390a412fc816c38a4d1a3da\u001FPAK/RUS\u001FCOOPERATE\u001F\u001Fmaterial cooperation\u001F6.4\u001Fgas pipeline project\u001Fplanned\u001Ffalse\u001Ftrue\u001F2021-01-01\u001F2022-01-01\u001F0.56\u001F0.8\u001F1\u001F1\u001E
868eb1eaabc27a06b9dbd7a2d010a98e\u001FPAK/RUS\u001FCOOPERATE\u001F\u001Fmaterial cooperation\u001F6.4\u001Fgas pipeline project\u001Fplanned\u001Ffalse\u001Ftrue\u001F2015-10-16\u001F2015-10-17\u001F0.49\u001F0.7\u001F1\u001F1\u001E
9c72d27f84beebbf5c12ef4dd4365de7\u001FPAK/RUS\u001FCONSULT\u001Fvisit\u001Fverbal cooperation\u001F4\u001Fstate visit\u001Factual\u001Ffalse\u001Ffalse\u001F2022-02-23\u001F2022-02-24\u001F0.9\u001F0.9\u001F1\u001F1\u001E
111b45eeacd02d6fc013834df79d4ce7\u001FPAK/taliban\u001FASSAULT\u001F\u001Fmaterial conflict\u001F-9.5\u001Fattack on Karachi airport\u001Factual\u001Ffalse\u001Ffalse\u001F2014-06-08\u001F2014-06-09\u001F0.95\u001F0.95\u001F2\u001F1\u001E
24ab26702b8c9f8d87f3434a5349fba5\u001FNATO/PAK\u001FREQUEST\u001F\u001Fverbal conflict\u001F-1\u001Fdemand for an apology\u001Fhypothetical\u001Ffalse\u001Ffalse\u001F2011-11-27\u001F2011-11-28\u001F0.16\u001F0.4\u001F1\u001F1\u001E
463f62f202ca686f74ff99a3448efdc7\u001FNATO/PAK\u001FRELATE\u001Fties\u001Fstanding relation\u001F2\u001Fpartnership\u001Factual\u001Ffalse\u001Ftrue\u001F\u001F\u001F0.5\u001F0.5\u001F1\u001F1\u001E
0422f6847d9fcf487eedbad27d16aea0\u001FNATO/RUS\u001FACCUSE\u001F\u001Fverbal conflict\u001F-2\u001Fcriticism of eastward expansion\u001Factual\u001Ffalse\u001Ffalse\u001F2014-04-02\u001F2014-04-03\u001F0.6\u001F0.6\u001F1\u001F1', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (x:Event {id: f[0]})
SET x.relation = CASE f[1] WHEN '' THEN null ELSE f[1] END,
    x.category = CASE f[2] WHEN '' THEN null ELSE f[2] END,
    x.mode = CASE f[3] WHEN '' THEN null ELSE f[3] END,
    x.quad = CASE f[4] WHEN '' THEN null ELSE f[4] END,
    x.score = toFloat(f[5]),
    x.label = CASE f[6] WHEN '' THEN null ELSE f[6] END,
    x.status = CASE f[7] WHEN '' THEN null ELSE f[7] END,
    x.alleged = toBoolean(f[8]),
    x.symmetric = toBoolean(f[9]),
    x.from_day = CASE f[10] WHEN '' THEN null ELSE date(f[10]) END,
    x.to_day = CASE f[11] WHEN '' THEN null ELSE date(f[11]) END,
    x.weight = toFloat(f[12]),
    x.confidence = toFloat(f[13]),
    x.mentions = toInteger(f[14]),
    x.sources = toInteger(f[15]);
UNWIND split('5f5e978006128fb8\u001Farticle-1\u001FSentence 1.\u001F0\u001F0\u001FPAK:GOV\u001F\u001F\u001FRUS:GOV\u001F\u001F\u001FCONSULT\u001Fvisit\u001Fstate visit\u001F\u001Fdiplomacy\u001Factual\u001Ffalse\u001F\u001Ffalse\u001F2022-02-23\u001F2022-02-24\u001Fday\u001Fexplicit\u001F0.9\u001F\u001F\u001E
cde67badc860ba87\u001Farticle-2\u001FSentence 2.\u001F0\u001F0\u001FRUS\u001F\u001F\u001FPAK\u001F\u001F\u001FCOOPERATE\u001F\u001Fgas pipeline project\u001F\u001Fenergy\u001Dinfrastructure\u001Fplanned\u001Ffalse\u001F\u001Ftrue\u001F2021-01-01\u001F2022-01-01\u001Fday\u001Fexplicit\u001F0.8\u001F\u001F\u001E
b9fcb8b8707dbafe\u001Farticle-3\u001FSentence 3.\u001F0\u001F0\u001FPAK:GOV\u001F\u001F\u001FRUS:GOV\u001F\u001F\u001FCOOPERATE\u001F\u001Fgas pipeline project\u001F\u001Fenergy\u001Fplanned\u001Ffalse\u001F\u001Ftrue\u001F2015-10-16\u001F2015-10-17\u001Fday\u001Fexplicit\u001F0.7\u001F\u001F\u001E
9519ba1d036aa9a8\u001Farticle-4\u001FSentence 4.\u001F0\u001F0\u001Ftaliban\u001F\u001F\u001FPAK:MIL\u001F\u001F\u001FASSAULT\u001F\u001Fattack on Karachi airport\u001F\u001Fterrorism\u001Factual\u001Ffalse\u001F\u001Ffalse\u001F2014-06-08\u001F2014-06-09\u001Fday\u001Fexplicit\u001F0.95\u001F\u001F\u001E
9dceb8e0b5149773\u001Farticle-5\u001FSentence 5.\u001F0\u001F0\u001Ftaliban\u001F\u001F\u001FPAK:MIL\u001F\u001F\u001FASSAULT\u001F\u001Fattack on Karachi airport\u001F\u001Fterrorism\u001Factual\u001Ffalse\u001F\u001Ffalse\u001F2014-06-08\u001F2014-06-09\u001Fday\u001Fexplicit\u001F0.85\u001F\u001F\u001E
6280b9360d9d89a0\u001Farticle-7\u001FSentence 7.\u001F0\u001F0\u001FNATO\u001F\u001F\u001FPAK\u001F\u001F\u001FRELATE\u001Fties\u001Fpartnership\u001F\u001F\u001Factual\u001Ffalse\u001F\u001Ftrue\u001F\u001F\u001F\u001F\u001F0.5\u001F\u001F\u001E
e1975e368e9499c1\u001Farticle-8\u001FSentence 8.\u001F0\u001F0\u001FPAK\u001F\u001F\u001FNATO\u001F\u001F\u001FREQUEST\u001F\u001Fdemand for an apology\u001F\u001F\u001Fhypothetical\u001Ffalse\u001F\u001Ffalse\u001F2011-11-27\u001F2011-11-28\u001Fday\u001Fexplicit\u001F0.4\u001F\u001F\u001E
46cca830e358824a\u001Farticle-6\u001FSentence 6.\u001F0\u001F0\u001FRUS:GOV\u001F\u001F\u001FNATO\u001F\u001F\u001FACCUSE\u001F\u001Fcriticism of eastward expansion\u001F\u001Fsecurity\u001Factual\u001Ffalse\u001F\u001Ffalse\u001F2014-04-02\u001F2014-04-03\u001Fday\u001Fexplicit\u001F0.6\u001F\u001F', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (x:Mention {id: f[0]})
SET x.article = CASE f[1] WHEN '' THEN null ELSE f[1] END,
    x.text = CASE f[2] WHEN '' THEN null ELSE f[2] END,
    x.sentence_begin = toInteger(f[3]),
    x.sentence_end = toInteger(f[4]),
    x.source_code = CASE f[5] WHEN '' THEN null ELSE f[5] END,
    x.source_text = CASE f[6] WHEN '' THEN null ELSE f[6] END,
    x.source_via = CASE f[7] WHEN '' THEN null ELSE f[7] END,
    x.target_code = CASE f[8] WHEN '' THEN null ELSE f[8] END,
    x.target_text = CASE f[9] WHEN '' THEN null ELSE f[9] END,
    x.target_via = CASE f[10] WHEN '' THEN null ELSE f[10] END,
    x.category = CASE f[11] WHEN '' THEN null ELSE f[11] END,
    x.mode = CASE f[12] WHEN '' THEN null ELSE f[12] END,
    x.label = CASE f[13] WHEN '' THEN null ELSE f[13] END,
    x.cue = CASE f[14] WHEN '' THEN null ELSE f[14] END,
    x.topics = CASE f[15] WHEN '' THEN null ELSE split(f[15], '\u001D') END,
    x.status = CASE f[16] WHEN '' THEN null ELSE f[16] END,
    x.alleged = toBoolean(f[17]),
    x.attributed_to = CASE f[18] WHEN '' THEN null ELSE f[18] END,
    x.symmetric = toBoolean(f[19]),
    x.from_day = CASE f[20] WHEN '' THEN null ELSE date(f[20]) END,
    x.to_day = CASE f[21] WHEN '' THEN null ELSE date(f[21]) END,
    x.date_precision = CASE f[22] WHEN '' THEN null ELSE f[22] END,
    x.date_basis = CASE f[23] WHEN '' THEN null ELSE f[23] END,
    x.confidence = toFloat(f[24]),
    x.rule = CASE f[25] WHEN '' THEN null ELSE f[25] END,
    x.extractor = CASE f[26] WHEN '' THEN null ELSE f[26] END;
UNWIND split('PAK\u001FRUS\u001FPAK/RUS\u001Fgas pipeline project\u001Fnone\u001F\u001FCOOPERATE\u001Fmaterial cooperation\u001Ffalse\u001F1.95\u001F5.6000000000000005\u001F3\u001F3\u001F3\u001F2015-10-16\u001F2022-02-24\u001FCOOPERATE\u001DCONSULT\u001Fenergy\u001Ddiplomacy\u001Dinfrastructure\u001Fplanned\u001Dactual\u001E
taliban\u001FPAK\u001FPAK/taliban\u001Fattack on Karachi airport\u001Fforward\u001F\u001FASSAULT\u001Fmaterial conflict\u001Ftrue\u001F0.95\u001F-9.5\u001F2\u001F1\u001F1\u001F2014-06-08\u001F2014-06-09\u001FASSAULT\u001Fterrorism\u001Factual\u001E
NATO\u001FPAK\u001FNATO/PAK\u001Fpartnership\u001Fnone\u001F\u001FRELATE\u001Fstanding relation\u001Ffalse\u001F0.66\u001F0.5\u001F2\u001F2\u001F2\u001F2011-11-27\u001F2011-11-28\u001FRELATE\u001DREQUEST\u001F\u001Factual\u001Dhypothetical\u001E
RUS\u001FNATO\u001FNATO/RUS\u001Fcriticism of eastward expansion\u001Fforward\u001F\u001FACCUSE\u001Fverbal conflict\u001Ftrue\u001F0.6\u001F-2\u001F1\u001F1\u001F1\u001F2014-04-02\u001F2014-04-03\u001FACCUSE\u001Fsecurity\u001Factual', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MATCH (a:Actor {id: f[0]})
MATCH (b:Actor {id: f[1]})
OPTIONAL MATCH (b)-[turned:RELATION {id: f[2]}]->(a)
DELETE turned
MERGE (a)-[x:RELATION {id: f[2]}]->(b)
SET x.label = CASE f[3] WHEN '' THEN null ELSE f[3] END,
    x.label_direction = CASE f[4] WHEN '' THEN null ELSE f[4] END,
    x.group_key = CASE f[5] WHEN '' THEN null ELSE f[5] END,
    x.category = CASE f[6] WHEN '' THEN null ELSE f[6] END,
    x.quad = CASE f[7] WHEN '' THEN null ELSE f[7] END,
    x.directed = toBoolean(f[8]),
    x.weight = toFloat(f[9]),
    x.score = toFloat(f[10]),
    x.mentions = toInteger(f[11]),
    x.sources = toInteger(f[12]),
    x.events = toInteger(f[13]),
    x.from_day = CASE f[14] WHEN '' THEN null ELSE date(f[14]) END,
    x.to_day = CASE f[15] WHEN '' THEN null ELSE date(f[15]) END,
    x.categories = CASE f[16] WHEN '' THEN null ELSE split(f[16], '\u001D') END,
    x.topics = CASE f[17] WHEN '' THEN null ELSE split(f[17], '\u001D') END,
    x.statuses = CASE f[18] WHEN '' THEN null ELSE split(f[18], '\u001D') END;
UNWIND split('543e8f1af390a412fc816c38a4d1a3da\u001FPAK\u001E
868eb1eaabc27a06b9dbd7a2d010a98e\u001FPAK\u001E
9c72d27f84beebbf5c12ef4dd4365de7\u001FPAK\u001E
111b45eeacd02d6fc013834df79d4ce7\u001Ftaliban\u001E
24ab26702b8c9f8d87f3434a5349fba5\u001FPAK\u001E
463f62f202ca686f74ff99a3448efdc7\u001FNATO\u001E
0422f6847d9fcf487eedbad27d16aea0\u001FRUS', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (a:Event {id: f[0]})
MERGE (b:Actor {id: f[1]})
MERGE (a)-[:SOURCE]->(b);
UNWIND split('543e8f1af390a412fc816c38a4d1a3da\u001FRUS\u001E
868eb1eaabc27a06b9dbd7a2d010a98e\u001FRUS\u001E
9c72d27f84beebbf5c12ef4dd4365de7\u001FRUS\u001E
111b45eeacd02d6fc013834df79d4ce7\u001FPAK\u001E
24ab26702b8c9f8d87f3434a5349fba5\u001FNATO\u001E
463f62f202ca686f74ff99a3448efdc7\u001FPAK\u001E
0422f6847d9fcf487eedbad27d16aea0\u001FNATO', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (a:Event {id: f[0]})
MERGE (b:Actor {id: f[1]})
MERGE (a)-[:TARGET]->(b);
UNWIND split('5f5e978006128fb8\u001F9c72d27f84beebbf5c12ef4dd4365de7\u001E
cde67badc860ba87\u001F543e8f1af390a412fc816c38a4d1a3da\u001E
b9fcb8b8707dbafe\u001F868eb1eaabc27a06b9dbd7a2d010a98e\u001E
9519ba1d036aa9a8\u001F111b45eeacd02d6fc013834df79d4ce7\u001E
9dceb8e0b5149773\u001F111b45eeacd02d6fc013834df79d4ce7\u001E
6280b9360d9d89a0\u001F463f62f202ca686f74ff99a3448efdc7\u001E
e1975e368e9499c1\u001F24ab26702b8c9f8d87f3434a5349fba5\u001E
46cca830e358824a\u001F0422f6847d9fcf487eedbad27d16aea0', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (a:Mention {id: f[0]})
MERGE (b:Event {id: f[1]})
MERGE (a)-[:REPORTS]->(b);
UNWIND split('5f5e978006128fb8\u001Farticle-1\u001E
cde67badc860ba87\u001Farticle-2\u001E
b9fcb8b8707dbafe\u001Farticle-3\u001E
9519ba1d036aa9a8\u001Farticle-4\u001E
9dceb8e0b5149773\u001Farticle-5\u001E
6280b9360d9d89a0\u001Farticle-7\u001E
e1975e368e9499c1\u001Farticle-8\u001E
46cca830e358824a\u001Farticle-6', '\u001E
') AS row
WITH split(row, '\u001F') AS f
MERGE (a:Mention {id: f[0]})
MERGE (b:Article {id: f[1]})
MERGE (a)-[:APPEARS_IN]->(b);
