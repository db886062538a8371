-- What handles stand for, one row for each. The id and the value are closed under the hub's key. Times are milliseconds since 1970.
CREATE TABLE handles (
  id      VARCHAR(64)   NOT NULL PRIMARY KEY,
  sealed  VARCHAR(2100) NOT NULL,
  expires BIGINT        NOT NULL
);
CREATE INDEX handles_expires ON handles (expires);
