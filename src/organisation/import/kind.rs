//! What a file is about.

crate::words!(
    /// What a file is about.
    Kind { People = "people", Suppliers = "suppliers", Relations = "relations" }
);

impl Kind {
    pub fn back(self) -> &'static str {
        match self {
            Self::People => "/people",
            Self::Suppliers | Self::Relations => "/suppliers",
        }
    }

    pub fn confirmation(self) -> &'static str {
        match self {
            Self::People => "/people/import/confirmation",
            Self::Suppliers => "/imports/suppliers/confirmation",
            Self::Relations => "/imports/relations/confirmation",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::People => "import-title-people",
            Self::Suppliers => "import-title-suppliers",
            Self::Relations => "import-title-relations",
        }
    }
}
