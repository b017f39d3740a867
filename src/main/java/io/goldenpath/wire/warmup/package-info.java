/** What a process does before its first run, so that no run waits for classes to be loaded. */
@NullMarked
package io.goldenpath.wire.warmup;

import org.jspecify.annotations.NullMarked;
