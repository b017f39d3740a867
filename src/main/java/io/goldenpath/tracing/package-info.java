/** Traces of runs, sent over OTLP. */
@NullMarked
package io.goldenpath.tracing;

import org.jspecify.annotations.NullMarked;
