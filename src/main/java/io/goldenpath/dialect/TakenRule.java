package io.goldenpath.dialect;

/**
 * A rule of a dialect that took a message.
 *
 * @param name Its place in the dialect's settings, such as {@code events.tool_started}; never a
 *     text of the platform's.
 * @param frame Number of the message's frame.
 */
public record TakenRule(String name, int frame) {}
