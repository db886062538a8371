-- The one row of the count is changed by every revocation, which so wait for each other: places are given in the order of commits, and
-- whoever has read up to a place never misses one before it.
CREATE TABLE oauth_revocation_count (
  id INTEGER NOT NULL PRIMARY KEY,
  latest BIGINT NOT NULL
);
INSERT INTO oauth_revocation_count (id, latest) VALUES (1, 0);
CREATE TABLE oauth_revoked_token (
  id VARCHAR(400) NOT NULL PRIMARY KEY,
  place BIGINT NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE UNIQUE INDEX oauth_revoked_token_place ON oauth_revoked_token (place);
CREATE INDEX oauth_revoked_token_client ON oauth_revoked_token (client_id);
CREATE INDEX oauth_revoked_token_expires ON oauth_revoked_token (expires_at);
