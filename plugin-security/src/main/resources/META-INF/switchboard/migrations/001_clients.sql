-- generation is in every token of the client: a new one ends all tokens before it, and a client that is made again under an old name
-- gets another, so that tokens of the old one stay dead.
-- changed_by is the correlation id of the call that made the secret in use, by which an interrupted call finds out whether it took place.
CREATE TABLE oauth_client (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  kind VARCHAR(16) NOT NULL,
  roles VARCHAR(1000) NOT NULL,
  secret_hash VARCHAR(200) NOT NULL,
  generation BIGINT NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(64) NOT NULL
);
