/** Recent runs in memory, and their JSON. */
@NullMarked
package io.goldenpath.history;

import org.jspecify.annotations.NullMarked;
