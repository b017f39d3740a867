package io.goldenpath.model.finding;

import java.util.Locale;

/** A constant with a label, by which metrics, JSON and pages write it. */
public interface Labelled {

  String name();

  default String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
