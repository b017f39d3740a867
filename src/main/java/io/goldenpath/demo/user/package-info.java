/** Who uses the demo platform: accounts, tokens, and the log of what they did. */
@NullMarked
package io.goldenpath.demo.user;

import org.jspecify.annotations.NullMarked;
