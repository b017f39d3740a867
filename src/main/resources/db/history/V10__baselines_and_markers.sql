-- What is learned of a probe and open against it, as compressed JSON in parts that every database takes.
CREATE TABLE goldenpath.baselines (
  target VARCHAR(63) NOT NULL,
  journey VARCHAR(32) NOT NULL,
  part INTEGER NOT NULL,
  details BYTEA NOT NULL,
  PRIMARY KEY (target, journey, part)
);

-- A target's changes of release.
CREATE TABLE goldenpath.markers (
  target VARCHAR(63) NOT NULL,
  released_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  release VARCHAR(200) NOT NULL,
  link VARCHAR,
  PRIMARY KEY (target, released_at, release)
);
