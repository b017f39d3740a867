package io.goldenpath.platforms.stomp;

/** What goes wrong on the platform. */
enum StompFault {
  NONE,
  /** The end of the tool is never told. */
  MISSING,
  /** One piece of the answer is never told. */
  SKIPPED,
  /** The end of the tool is told twice. */
  DOUBLED,
  /** The end of the tool is told before its start. */
  MOVED,
  /** After the first event come heart-beats alone. */
  SILENT,
  /** After the first event nothing comes, not even heart-beats. */
  MUTE,
  /** After the first event the connection ends. */
  DROPPED,
  /** The agent fails, which is told at another destination. */
  FAILED,
  /** A frame that is no STOMP comes among the events. */
  GARBAGE,
  /** An event is somebody else's. */
  FOREIGN,
  /** Nobody may ask. */
  DENIED
}
