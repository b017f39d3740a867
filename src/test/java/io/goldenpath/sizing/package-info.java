/** Whether the whole monitor lives within the memory that its container gives it. */
@NullMarked
package io.goldenpath.sizing;

import org.jspecify.annotations.NullMarked;
