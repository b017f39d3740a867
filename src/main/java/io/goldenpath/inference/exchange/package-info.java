/** What the recorded page sent and when, and what it waited for. */
@NullMarked
package io.goldenpath.inference.exchange;

import org.jspecify.annotations.NullMarked;
