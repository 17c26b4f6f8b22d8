CREATE NODE TABLE Actor(id STRING, name STRING, kind STRING, weight DOUBLE, relations INT64, mentions INT64, PRIMARY KEY(id));
CREATE NODE TABLE Article(id STRING, title STRING, uri STRING, publisher STRING, published STRING, published_from DATE, published_to DATE, duplicate_group STRING, PRIMARY KEY(id));
CREATE NODE TABLE Event(id STRING, relation STRING, category STRING, mode STRING, quad STRING, score DOUBLE, label STRING, status STRING, alleged BOOL, symmetric BOOL, from_day DATE, to_day DATE, weight DOUBLE, confidence DOUBLE, mentions INT64, sources INT64, PRIMARY KEY(id));
CREATE NODE TABLE Mention(id STRING, article STRING, text STRING, sentence_begin INT64, sentence_end INT64, source_code STRING, source_text STRING, source_via STRING, target_code STRING, target_text STRING, target_via STRING, category STRING, mode STRING, label STRING, cue STRING, topics STRING[], status STRING, alleged BOOL, attributed_to STRING, symmetric BOOL, from_day DATE, to_day DATE, date_precision STRING, date_basis STRING, confidence DOUBLE, rule STRING, extractor STRING, PRIMARY KEY(id));
CREATE REL TABLE RELATION(FROM Actor TO Actor, id STRING, label STRING, label_direction STRING, group_key STRING, category STRING, quad STRING, directed BOOL, weight DOUBLE, score DOUBLE, mentions INT64, sources INT64, events INT64, from_day DATE, to_day DATE, categories STRING[], topics STRING[], statuses STRING[]);
CREATE REL TABLE SOURCE(FROM Event TO Actor);
CREATE REL TABLE TARGET(FROM Event TO Actor);
CREATE REL TABLE REPORTS(FROM Mention TO Event);
CREATE REL TABLE APPEARS_IN(FROM Mention TO Article);
