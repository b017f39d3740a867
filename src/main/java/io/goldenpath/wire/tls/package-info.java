/** What is made of the certificates that a server shows. */
@NullMarked
package io.goldenpath.wire.tls;

import org.jspecify.annotations.NullMarked;
