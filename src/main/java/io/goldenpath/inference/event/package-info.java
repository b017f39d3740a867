/** What the messages of a recorded answer mean: names, the end, the text, pairs and fields. */
@NullMarked
package io.goldenpath.inference.event;

import org.jspecify.annotations.NullMarked;
