-- Who does what only one may do, until when.
CREATE TABLE lease (
  bundle VARCHAR(255) NOT NULL,
  name VARCHAR(100) NOT NULL,
  owner CHAR(36) NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (bundle, name)
);
