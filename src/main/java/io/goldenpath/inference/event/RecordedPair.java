package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.MessagePlace;

/** An event that opens something, the one that closes it, and the places of what they share. */
public record RecordedPair(String opens, String closes, MessagePlace opened, MessagePlace closed) {}
