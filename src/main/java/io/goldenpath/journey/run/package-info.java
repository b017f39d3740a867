/** What every journey keeps of a user's run: transcript, step times, findings. */
@NullMarked
package io.goldenpath.journey.run;

import org.jspecify.annotations.NullMarked;
