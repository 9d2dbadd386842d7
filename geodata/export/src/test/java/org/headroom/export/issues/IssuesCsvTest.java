package org.headroom.export.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.headroom.export.Samples;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuesCsvTest {
    @TempDir
    Path folder;

    @Test
    void writesSortedRecordsThatASpreadsheetTakesForText() throws IOException {
        Path file = folder.resolve("issues.csv");
        IssuesCsv.write(Samples.issues(), file);
        assertThat(Files.readString(file)).isEqualTo("""
                        effect,layer,file,record,record_id,field,value,reason,longitude,latitude\r
                        REPAIRED,counties,a.gpkg,3,,,,the ring crosses itself,-100.5000000,40.0000000\r
                        FIELD_UNKNOWN,mines,b.csv,2,Québec,mw,'-9999,"says ""none"",
                        or so",-71.2500000,46.8000000\r
                        SKIPPED,mines,b.csv,12,M-9,lat,'=1+1,is not a number,,\r
                        """);
    }

    @Test
    void theOrderOfTheListDoesNotMatter() throws IOException {
        List<DataIssue> reversed = new ArrayList<>(Samples.issues());
        Collections.reverse(reversed);
        IssuesCsv.write(Samples.issues(), folder.resolve("a.csv"));
        IssuesCsv.write(reversed, folder.resolve("b.csv"));
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
    }

    @Test
    void noIssuesIsAHeader() throws IOException {
        IssuesCsv.write(List.of(), folder.resolve("none.csv"));
        assertThat(Files.readAllLines(folder.resolve("none.csv"))).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing").resolve("issues.csv");
        assertThatThrownBy(() -> IssuesCsv.write(List.of(), file))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(file.toString())
                .extracting(e -> ((HeadroomException) e).family())
                .isEqualTo(FailureFamily.EXTERNAL);
    }
}
