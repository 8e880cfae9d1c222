fn main() {
    minijinja_embed::embed_templates!("templates", &[".html", ".txt"]);
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=assets");
}
