package io.goldenpath.settings.keys;

/**
 * Names for {@code @Name} with which a record's part stands at the record's own level: Spring reads
 * brackets with nothing in them as no further level. Two parts of one record need different names.
 */
final class SameLevel {

  static final String FIRST = "[]";
  static final String SECOND = "[][]";
  static final String THIRD = "[][][]";
  static final String FOURTH = "[][][][]";
  static final String FIFTH = "[][][][][]";

  private SameLevel() {}

  static boolean is(String name) {
    return name.startsWith(FIRST);
  }
}
