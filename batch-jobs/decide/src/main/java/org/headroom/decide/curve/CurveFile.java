package org.headroom.decide.curve;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Curves as a table: a line a point. */
final class CurveFile {
    private static final int DECIMALS = 3;

    private CurveFile() {}

    static void write(List<SupplyCurve> curves, Path file) {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord("scope", "by", "unit", "value", "sitesLow", "sitesHigh", "mwLow", "mwHigh");
            for (SupplyCurve curve : curves) {
                for (SupplyCurve.Point point : curve.points()) {
                    Double value = point.value();
                    csv.writeRecord(
                            curve.scope(),
                            curve.by().column(),
                            curve.by().unit(),
                            value == null ? "" : plain(value),
                            Integer.toString(point.sitesLow()),
                            Integer.toString(point.sitesHigh()),
                            plain(point.mwLow()),
                            plain(point.mwHigh()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
