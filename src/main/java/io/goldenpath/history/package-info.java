/** What the monitor remembers of past runs. */
@NullMarked
package io.goldenpath.history;

import org.jspecify.annotations.NullMarked;
