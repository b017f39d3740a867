package io.goldenpath.notify.outbox;

import io.goldenpath.notify.message.Notice;

/**
 * A message that waits for its receiver.
 *
 * @param number Of two messages to one receiver, the lower one is told first.
 */
public record QueuedNotice(long number, String receiver, Notice notice) {}
