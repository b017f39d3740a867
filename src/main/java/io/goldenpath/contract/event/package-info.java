/** What a dialect reports of one frame, and who is told of it. */
@NullMarked
package io.goldenpath.contract.event;

import org.jspecify.annotations.NullMarked;
