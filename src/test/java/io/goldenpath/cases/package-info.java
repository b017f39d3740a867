/** Platforms that are good but for one thing, and what the monitor must say of each. */
@NullMarked
package io.goldenpath.cases;

import org.jspecify.annotations.NullMarked;
