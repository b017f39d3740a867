/** What the monitor believes of each probe after its runs. */
@NullMarked
package io.goldenpath.verdict;

import org.jspecify.annotations.NullMarked;
