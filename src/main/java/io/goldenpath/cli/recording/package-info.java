/** Which of the bundled dialects understands all that a browser recorded. */
@NullMarked
package io.goldenpath.cli.recording;

import org.jspecify.annotations.NullMarked;
