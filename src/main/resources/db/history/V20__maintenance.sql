-- Maintenance that was asked for; of all journeys of the target where journey is null.
CREATE TABLE goldenpath.maintenance (
  id VARCHAR(64) PRIMARY KEY,
  target VARCHAR(63) NOT NULL,
  journey VARCHAR(32),
  begins_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ends_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  why VARCHAR NOT NULL
);
