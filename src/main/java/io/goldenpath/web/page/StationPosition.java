package io.goldenpath.web.page;

/**
 * Where a station stands on the line.
 *
 * @param from Where the station before it stands.
 * @param at Where it stands itself, to scale.
 * @param label Where its label has room.
 */
record StationPosition(String from, String at, String label) {}
