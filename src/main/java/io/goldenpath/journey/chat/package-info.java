/** One user on one socket: upgrade, welcome, question, events, answer. */
@NullMarked
package io.goldenpath.journey.chat;

import org.jspecify.annotations.NullMarked;
