/** YAML files that people edit: read as plain data, checked against a JSON Schema, every problem with its line. */
@NullMarked
package org.headroom.config;

import org.jspecify.annotations.NullMarked;
