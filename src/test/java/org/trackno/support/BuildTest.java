package org.trackno.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build is told by what is in it. */
class BuildTest {
    @TempDir
    Path folder;

    @Test
    void the_same_files_are_the_same_build_whenever_they_were_packed() throws IOException {
        assertThat(Build.id(jar("one", "a", 1, "b"))).isEqualTo(Build.id(jar("other", "a", 2, "b")));
    }

    @Test
    void another_name_or_content_is_another_build() throws IOException {
        String id = Build.id(jar("one", "a", 1, "b"));

        assertThat(Build.id(jar("named", "A", 1, "b"))).isNotEqualTo(id);
        assertThat(Build.id(jar("filled", "a", 1, "c"))).isNotEqualTo(id);
    }

    @Test
    void what_is_not_packaged_may_change_and_is_never_the_same() {
        assertThat(Build.id(folder)).isNotEqualTo(Build.id(folder));
    }

    private Path jar(String name, String entry, int day, String content) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry file = new ZipEntry(entry);
            file.setLastModifiedTime(FileTime.from(Instant.EPOCH.plusSeconds(day * 86_400L)));
            zip.putNextEntry(file);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
