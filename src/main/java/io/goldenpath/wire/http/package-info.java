/** What a browser makes of a reply's body: chunks and content codings, as Chromium reads them. */
@NullMarked
package io.goldenpath.wire.http;

import org.jspecify.annotations.NullMarked;
