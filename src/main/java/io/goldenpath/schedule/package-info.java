/** When a probe runs, and whose turn it is. */
@NullMarked
package io.goldenpath.schedule;

import org.jspecify.annotations.NullMarked;
