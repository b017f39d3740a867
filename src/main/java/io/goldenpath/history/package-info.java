/** What the monitor remembers of past runs, and how it writes them down. */
@NullMarked
package io.goldenpath.history;

import org.jspecify.annotations.NullMarked;
