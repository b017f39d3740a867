/** The current verdict of each probe, and who is told when it changes. */
@NullMarked
package io.goldenpath.verdict;

import org.jspecify.annotations.NullMarked;
