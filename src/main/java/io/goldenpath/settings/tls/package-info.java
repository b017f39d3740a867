/** Spring's SSL bundles, read with their files before anything connects through them. */
@NullMarked
package io.goldenpath.settings.tls;

import org.jspecify.annotations.NullMarked;
