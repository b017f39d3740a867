/** What was said on a recorded socket: its framing, its messages, and the question among them. */
@NullMarked
package io.goldenpath.inference.chat;

import org.jspecify.annotations.NullMarked;
