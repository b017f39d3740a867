/** The vocabulary of the monitor: what is tried, what was seen, and what it means. */
@NullMarked
package io.goldenpath.probe;

import org.jspecify.annotations.NullMarked;
