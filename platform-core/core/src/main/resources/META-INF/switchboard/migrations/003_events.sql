-- Events, in the order in which they are told. A key is of one bundle, and recognises what is told again. Times are milliseconds since 1970.
CREATE TABLE event (
  place     BIGINT         NOT NULL PRIMARY KEY,
  id        CHAR(36)       NOT NULL,
  bundle    VARCHAR(255)   NOT NULL,
  event_key VARCHAR(200),
  type      VARCHAR(100)   NOT NULL,
  scope     VARCHAR(100)   NOT NULL,
  audience  VARCHAR(8)     NOT NULL,
  customer  VARCHAR(100),
  subject   VARCHAR(200),
  happened  BIGINT         NOT NULL,
  recorded  BIGINT         NOT NULL,
  data      VARCHAR(100000) NOT NULL,
  UNIQUE (bundle, event_key)
);
CREATE INDEX event_customer ON event (customer, place);
CREATE INDEX event_recorded ON event (recorded);

-- The one row is held by whoever gives places, so they are given in one order, and the last of those that were forgotten stands beside.
CREATE TABLE event_count (
  id        INTEGER NOT NULL PRIMARY KEY,
  latest    BIGINT  NOT NULL,
  forgotten BIGINT  NOT NULL
);
INSERT INTO event_count (id, latest, forgotten) VALUES (1, 0, 0);
