// Extracts every page of a folder with one peer and prints what that took.
//   usage: peers NAME FOLDER OUT      NAME: dom_smoothie, trafilatura, rs_trafilatura
// OUT gets one JSON object a page: {"page": file name, "text": …}. The last line printed is one JSON object: pages,
// CPU seconds of the extraction alone (pages are read and decoded before), pages that gave nothing.

use std::panic::{catch_unwind, AssertUnwindSafe};
use std::{env, fs, io::Write};

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn extract(name: &str, html: &str) -> Option<String> {
    match name {
        "dom_smoothie" => {
            let article = dom_smoothie::Readability::new(html, None, None).ok()?.parse().ok()?;
            Some(article.text_content.to_string())
        }
        "trafilatura" => {
            let options = trafilatura::Options::default().with_fallback(true);
            Some(trafilatura::extract(html, &options).ok()?.content_text)
        }
        "rs_trafilatura" => Some(rs_trafilatura::extract(html).ok()?.content_text),
        _ => panic!("no peer of that name"),
    }
}

// Of this thread: what else the machine does does not count.
fn cpu_seconds() -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    told.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let (name, folder, out) = (&arguments[1], &arguments[2], &arguments[3]);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let pages: Vec<(String, String)> = paths
        .iter()
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), String::from_utf8_lossy(&fs::read(p).unwrap()).into_owned()))
        .collect();
    std::panic::set_hook(Box::new(|_| {}));
    let began = cpu_seconds();
    let texts: Vec<String> = pages
        .iter()
        .map(|(_, html)| catch_unwind(AssertUnwindSafe(|| extract(name, html))).ok().flatten().unwrap_or_default())
        .collect();
    let seconds = cpu_seconds() - began;
    let mut file = std::io::BufWriter::new(fs::File::create(out).unwrap());
    for ((page, _), text) in pages.iter().zip(&texts) {
        writeln!(file, "{{\"page\":{},\"text\":{}}}", quoted(page), quoted(text)).unwrap();
    }
    let empty = texts.iter().filter(|t| t.trim().is_empty()).count();
    println!("{{\"pages\":{},\"seconds\":{seconds},\"empty\":{empty}}}", pages.len());
}
