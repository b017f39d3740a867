/** What the monitor says of everything that the demo platform can be switched to. */
@NullMarked
package io.goldenpath.detection;

import org.jspecify.annotations.NullMarked;
