/**
 * The room that all formats share: what a table to be published is (columns, rows, coordinates), and what every writer of files does. Each
 * format has a package below this one and imports no other format. To add one: such a package, with a public class that implements
 * {@link org.headroom.export.ExportFormat}; its line in {@code META-INF/services}; its id in the schema of project files. Nothing else lists
 * formats.
 *
 * <p>Same table and same evaluation date give the same bytes, on any machine; no clock, locale, charset or time zone of the machine is read.
 */
@NullMarked
package org.headroom.export;

import org.jspecify.annotations.NullMarked;
