package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.Notice;

/** One who is told of incidents. */
public interface Receiver {

  /** Whether this would tell it anything. */
  boolean takes(Notice notice);

  /** Within a bounded time; throws nothing that a receiver could cause. */
  DeliveryResult deliver(Notice notice) throws InterruptedException;
}
