/** A deployment under watch: how it is reached, who logs in and how, and its rate limits. */
@NullMarked
package io.goldenpath.model.target;

import org.jspecify.annotations.NullMarked;
