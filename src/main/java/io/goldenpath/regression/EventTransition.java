package io.goldenpath.regression;

/**
 * From one event to the next.
 *
 * @param from Empty for the sent message.
 */
record EventTransition(String from, String to) {}
