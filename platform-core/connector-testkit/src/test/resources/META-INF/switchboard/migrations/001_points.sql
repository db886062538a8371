CREATE TABLE points (
  correlation_id VARCHAR(100) PRIMARY KEY,
  customer_id VARCHAR(100) NOT NULL,
  points INT NOT NULL
);
