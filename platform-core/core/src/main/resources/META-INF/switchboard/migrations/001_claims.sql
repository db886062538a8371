-- Writes executed once: one row per act. Times are milliseconds since 1970.
CREATE TABLE claims (
  identity       VARCHAR(64)  NOT NULL PRIMARY KEY,
  fingerprint    VARCHAR(64)  NOT NULL,
  call_id        VARCHAR(128) NOT NULL UNIQUE,
  correlation_id VARCHAR(256) NOT NULL,
  principal      VARCHAR(512) NOT NULL,
  customer       VARCHAR(512) NOT NULL,
  operation      VARCHAR(128) NOT NULL,
  owner          VARCHAR(64)  NOT NULL,
  state          VARCHAR(8)   NOT NULL,
  started        BIGINT       NOT NULL,
  expires        BIGINT       NOT NULL,
  outcome        BYTEA,
  arguments      BYTEA
);
CREATE INDEX claims_expires ON claims (expires);

-- Earlier attempts at an act that was taken over; the last one stands in its row.
CREATE TABLE claim_attempts (
  call_id  VARCHAR(128) NOT NULL PRIMARY KEY,
  identity VARCHAR(64)  NOT NULL REFERENCES claims (identity) ON DELETE CASCADE
);
CREATE INDEX claim_attempts_identity ON claim_attempts (identity);
