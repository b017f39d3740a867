/** STOMP over WebSocket: frames of lines and a body, subscriptions, heart-beats of both sides. */
@NullMarked
package io.goldenpath.framing.stomp;

import org.jspecify.annotations.NullMarked;
