package io.goldenpath.dialect.definition;

/** A variable that we make. */
public record DialectVariable(String name, Kind kind, Scope scope) {

  /** What its values are. */
  public enum Kind {
    UUID,
    /** 1, 2, 3 …: all counters of one socket draw from one sequence. */
    COUNTER,
    /** Random letters and digits. */
    TEXT
  }

  /** For how long it keeps its value. */
  public enum Scope {
    QUESTION,
    CONNECTION,
    RUN,
    MESSAGE
  }
}
