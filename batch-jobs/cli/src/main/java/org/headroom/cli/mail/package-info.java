/** The summary of a run as one message fit for mail: text, HTML and Markdown, and the message that holds them. */
@NullMarked
package org.headroom.cli.mail;

import org.jspecify.annotations.NullMarked;
