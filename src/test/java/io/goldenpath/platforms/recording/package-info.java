/** A person's visit to a chat page in Chromium, and settings that are made of its network log. */
@NullMarked
package io.goldenpath.platforms.recording;

import org.jspecify.annotations.NullMarked;
